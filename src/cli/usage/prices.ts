import type { ListOptions, QuoteOptions, ShowOptions } from '../commands/prices.ts';
import type { ImportOptions } from '../commands/import.ts';
import type { PricesDiffOptions } from '../commands/prices-diff.ts';
import type { VerifyOptions } from '../commands/verify.ts';
import type { UpdateCommandOptions } from '../commands/update.ts';
import { IMPORT_FORMATS } from '../formats/import.ts';
import { PRICES_DIFF_FORMATS } from '../formats/prices-diff.ts';
import { UPDATE_FORMATS } from '../formats/update.ts';
import { VERIFY_FORMATS } from '../formats/verify.ts';
import { AWS_PRICE_LIST } from '../network/address.ts';
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
  repeated,
  type Usage,
} from './usage.ts';

export const pricesUsage: Usage = {
  name: 'prices',
  summary: 'look up, compare and update the rates behind every number',
  define(prices, ports, end) {
    prices.addHelpText('after', examples('apigw-advisor prices show apigateway/http-requests --region us-east-1'));
    withPriceOptions(
      prices
        .command('list')
        .description('list every sku, its unit, and where it is priced')
        .option('--region <region>', 'show the first tier of this Region'),
    )
      .option('--json', 'print data')
      .addOption(colorOption())
      .addHelpText('after', examples('apigw-advisor prices list', 'apigw-advisor prices list --region eu-west-1 --json'))
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
      .addHelpText(
        'after',
        examples(
          'apigw-advisor prices show apigateway/rest-requests --region eu-west-1',
          'apigw-advisor prices show cloudfront/data-out --geography eu',
        ),
      )
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
      .option('--as-of <date>', 'today: prices of AWS that begin later are not compared (default: the clock)')
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
    prices
      .command('import')
      .description("write AWS's price lists as price sheets, which then lie over those of the package")
      .argument('<file...>', 'price lists of AWS, as prices verify takes them; - reads standard input')
      .option('--output <folder>', "where to write them, and what was imported there before (default: the user's data folder)")
      .option('--dry-run', 'say what would move, and write nothing')
      .option('--older', 'also take rates that AWS published before those that are here')
      .option('--as-of <date>', 'today, for when it was imported (default: the clock)')
      .addOption(jsonOption())
      .addOption(formatOption(IMPORT_FORMATS))
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor prices import AmazonApiGateway.csv AWSELB.json.gz',
          'apigw-advisor prices import AmazonApiGateway.csv --output prices/ --dry-run',
          'apigw-advisor cost workload.yaml --prices prices/',
        ),
      )
      .action(async (files: string[], options: ImportOptions) =>
        end(await (await import('../commands/import.ts')).importOffers(files, options, ports)),
      );
    prices
      .command('diff')
      .description('say which rates of two price lists differ: both prices, when AWS published them, what is new and what is gone')
      .argument('<before>', 'a folder of prices, a price list of AWS, packaged, or a day: the list as AWS had published it by then')
      .argument('<now>', 'what is compared with it')
      .addOption(pricesOption())
      .addOption(jsonOption())
      .addOption(formatOption(PRICES_DIFF_FORMATS))
      .addOption(colorOption())
      .addHelpText(
        'after',
        examples(
          'apigw-advisor prices diff packaged prices/',
          'apigw-advisor prices diff packaged AmazonApiGateway.csv',
          'apigw-advisor prices diff 2026-08-31 2026-11-30 --prices prices/ --format markdown',
        ),
      )
      .action(async (before: string, now: string, options: PricesDiffOptions) =>
        end(await (await import('../commands/prices-diff.ts')).pricesDiff(before, now, options, ports)),
      );
    prices
      .command('update')
      .description('fetch the current price lists of AWS, and write what they have as price sheets; no other command uses the network')
      .option('--region <region>', 'only in this Region, as often as there are Regions (default: all that have a price sheet)', repeated)
      .option('--service <code>', 'only of this service, such as AmazonApiGateway, as often as there are services', repeated)
      .option('--output <folder>', "where to write them, and what was imported there before (default: the user's data folder)")
      .option('--dry-run', 'say what would move, and write nothing')
      .option('--accept', 'also take lists in which a price moved by more than a factor of 2, or from which a rate is gone')
      .option('--base-url <address>', 'fetch them from a mirror', AWS_PRICE_LIST)
      .option('--as-of <date>', 'today, for when it was imported (default: the clock)')
      .addOption(jsonOption())
      .addOption(formatOption(UPDATE_FORMATS))
      .addOption(colorOption())
      .addHelpText(
        'after',
        `\nLists are kept in the cache folder: what has not changed is not fetched again, and what was cut off goes on.\nA proxy is taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY.\n${examples(
          'apigw-advisor prices update --dry-run',
          'apigw-advisor prices update --region eu-west-1 --region us-east-1',
          'apigw-advisor prices update --service AmazonEC2 --region eu-west-1',
        )}`,
      )
      .action(async (options: UpdateCommandOptions) => end(await (await import('../commands/update.ts')).update(options, ports)));
  },
};
