/**
 * Regions in which a Lambda function can have no URL: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html,
 * and, by a page of their own, those of GovCloud: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-lambda.html
 */
export const WITHOUT_FUNCTION_URLS: readonly string[] = [
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'us-gov-east-1',
  'us-gov-west-1',
];
