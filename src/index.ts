/**
 * apigw-advisor as a library: texts and options in, the documents out that the command line prints with `--json`. Nothing
 * here reads the network, the clock or the environment; price data alone is read from the package.
 */
export * from './browser.ts';
export { readPriceData } from './pricebook/files.ts';
export { packagedPrices } from './pricebook/packaged.ts';
