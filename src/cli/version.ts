declare const ADVISOR_VERSION: string | undefined;

/** Of the package, as the build writes it in. */
export const VERSION = typeof ADVISOR_VERSION === 'string' ? ADVISOR_VERSION : 'development';
