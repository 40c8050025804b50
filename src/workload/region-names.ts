import { didYouMean } from '../errors/did-you-mean.ts';

/** What people call the Regions of AWS: their names at AWS, cities, countries. The first Region of a word is meant. */
const NAMES: Readonly<Record<string, string>> = {
  'us-east-1':
    'n virginia|northern virginia|virginia|us east|east us|eastus|us|usa|united states|america|north america|iad|global|worldwide|edge',
  'us-east-2': 'ohio|columbus|cmh',
  'us-west-1': 'n california|northern california|california|san francisco|sfo',
  'us-west-2': 'oregon|portland|pdx|us west|west us|westus',
  'us-gov-west-1': 'gov cloud|govcloud|us gov|us gov west',
  'us-gov-east-1': 'us gov east',
  'ca-central-1': 'canada|montreal|canada central|ca',
  'ca-west-1': 'calgary|canada west',
  'mx-central-1': 'mexico|queretaro',
  'sa-east-1': 'sao paulo|brazil|south america|latam',
  'eu-central-1': 'frankfurt|germany|europe|eu|eu central|fra|de',
  'eu-central-2': 'zurich|switzerland|ch',
  'eu-west-1': 'ireland|dublin|eu west|west europe|westeurope|ie',
  'eu-west-2': 'london|united kingdom|england|great britain|uk|gb|britain',
  'eu-west-3': 'paris|france|fr',
  'eu-south-1': 'milan|italy|it|eu south',
  'eu-south-2': 'spain|madrid|aragon|es',
  'eu-north-1': 'stockholm|sweden|nordics|eu north|se',
  'af-south-1': 'cape town|south africa|africa|za',
  'me-south-1': 'bahrain|middle east',
  'me-central-1': 'uae|dubai|united arab emirates|abu dhabi',
  'il-central-1': 'tel aviv|israel',
  'ap-east-1': 'hong kong|hk',
  'ap-east-2': 'taipei|taiwan',
  'ap-south-1': 'mumbai|india|bombay',
  'ap-south-2': 'hyderabad',
  'ap-southeast-1': 'singapore|asia|asia pacific|apac|sg|southeast asia',
  'ap-southeast-2': 'sydney|australia|au',
  'ap-southeast-3': 'jakarta|indonesia',
  'ap-southeast-4': 'melbourne',
  'ap-southeast-5': 'malaysia|kuala lumpur',
  'ap-southeast-6': 'new zealand|auckland|nz',
  'ap-southeast-7': 'thailand|bangkok',
  'ap-northeast-1': 'tokyo|japan|jp',
  'ap-northeast-2': 'seoul|korea|south korea',
  'ap-northeast-3': 'osaka',
};

/** Regions of AWS China, which are a partition with a bill of its own, in yuan: https://www.amazonaws.cn/en/pricing/ */
const CHINA = ['cn', 'china', 'beijing', 'ningxia'];

/**
 * The European Sovereign Cloud, in Brandenburg, a partition of its own which has API Gateway (endpoints of the AWS SDK for Python,
 * 1.43.107, 2026-10-01).
 */
const SOVEREIGN = ['eusc', 'sovereign', 'brandenburg'];

/** What is wrong with a Region that has no prices, and which one is meant or comes nearest. */
export function regionMeant(written: string, regions: readonly string[]): { readonly because: string; readonly region: string } {
  const words = plain(written).split(' ');
  const known = (region: string | undefined) => (region !== undefined && regions.includes(region) ? region : undefined);
  const fallback = known('us-east-1') ?? regions[0] ?? 'us-east-1';
  if (words.some((word) => CHINA.includes(word)))
    return {
      because: 'China Regions have no prices here: AWS China is a partition of its own, with its own price list in yuan',
      region: known('ap-east-1') ?? fallback,
    };
  if (words.some((word) => SOVEREIGN.includes(word)))
    return {
      because:
        'the AWS European Sovereign Cloud (eusc-de-east-1) has no prices here: it has API Gateway, it is a partition of its own, and no price list of it was found',
      region: known('eu-central-1') ?? fallback,
    };
  const because = `there are prices for ${regions.length > 3 ? 'the Regions that `apigw-advisor prices list` names' : `${regions.join(', ')} only`}`;
  // `EU_CENTRAL_1`, `eu-central1`, the zone `eu-central-1a`, `eu-central-1 (Frankfurt)`.
  const code = /\b([a-z]{2}(?: gov)?) ?(north|south|east|west|central|northeast|southeast|northwest|southwest) ?(\d)[a-f]?\b/.exec(
    words.join(' '),
  );
  const byCode = known(code?.slice(1).join('-').replaceAll(' ', '-'));
  // A code with a slip in it names no country.
  const isCode = /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]?$/i.test(written.trim());
  if (byCode !== undefined) return { because: 'a Region is named by its code', region: byCode };
  const named = Object.entries(isCode ? {} : NAMES).flatMap(([region, names]) => names.split('|').map((name) => ({ region, name })));
  const longest = named
    .filter(({ region, name }) => known(region) !== undefined && ` ${words.join(' ')} `.includes(` ${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (longest) return { because: `the code of ${written.trim().slice(0, 60)} is ${longest.region}`, region: longest.region };
  return { because, region: didYouMean(written.trim().toLowerCase(), regions) ?? fallback };
}

function plain(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();
}
