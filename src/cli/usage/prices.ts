import type { ListOptions, QuoteOptions, ShowOptions } from '../commands/prices.ts';
import type { VerifyOptions } from '../commands/verify.ts';
import { VERIFY_FORMATS } from '../formats/verify.ts';
import {
  alwaysFreeOption,
  amountOrCostOption,
  colorOption,
  examples,
  pricesOption,
  withPriceOptions,
  formatOption,
  freeTierOption,
  jsonOption,
  type Usage,
} from './usage.ts';

export const pricesUsage: Usage = {
  name: 'prices',
  description: 'look up the rates behind every number',
  define(prices, ports, end) {
    withPriceOptions(
      prices
        .command('list')
        .description('list every sku, its unit, and where it is priced')
        .option('--region <region>', 'show the first tier of this Region'),
    )
      .option('--json', 'print data')
      .addOption(colorOption())
      .action(async (options: ListOptions) => (await import('../commands/prices.ts')).list(options, ports));
    withPriceOptions(
      prices
        .command('show')
        .description('show the tiers of a sku with rate codes, source and date')
        .argument('<sku>', 'such as apigateway/http-requests')
        .option('--region <region>', 'AWS Region')
        .option('--geography <geography>', 'CloudFront geography, for cloudfront skus'),
    )
      .option('--json', 'print data')
      .addOption(colorOption())
      .action(async (sku: string, options: ShowOptions) => (await import('../commands/prices.ts')).show(sku, options, ports));
    withPriceOptions(
      prices
        .command('quote')
        .description('price a quantity of a sku, tier by tier, or say which quantity an amount buys')
        .argument('<sku>', 'such as apigateway/http-requests')
        .argument('[quantity]', 'in single units: requests, GB, hours, GB-seconds; 432M is fine')
        .option('--region <region>', 'AWS Region')
        .option('--geography <geography>', 'CloudFront geography, for cloudfront skus'),
      undefined,
      amountOrCostOption('dollars, to say which quantity they buy; or by which prices (default: list)'),
    )
      .addOption(alwaysFreeOption())
      .addOption(freeTierOption())
      .option('--json', 'print data')
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor prices quote apigateway/rest-requests 432M --region us-east-1',
          'apigw-advisor prices quote apigateway/rest-requests --cost 4300 --region us-east-1',
        ),
      )
      .action(async (sku: string, quantity: string | undefined, options: QuoteOptions) =>
        (await import('../commands/prices.ts')).quote(sku, quantity, options, ports),
      );
    prices
      .command('verify')
      .description('hold price lists of AWS against the rates here: which are equal, different, or known to one side only')
      .argument(
        '<file...>',
        'offer files of the AWS Price List, CSV or JSON, also gzipped, or what `aws pricing get-products` prints; - reads standard input',
      )
      .addOption(pricesOption())
      .addOption(jsonOption())
      .addOption(formatOption(VERIFY_FORMATS))
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor prices verify AmazonApiGateway.csv',
          'aws pricing get-products --service-code AWSELB --region us-east-1 | apigw-advisor prices verify - --json',
        ),
      )
      .action(async (files: string[], options: VerifyOptions) =>
        end(await (await import('../commands/verify.ts')).verify(files, options, ports)),
      );
  },
};
