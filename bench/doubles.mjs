// The same arithmetic as the REST candidate of examples/catalogue.yaml, by hand and in plain doubles: what the
// exact engine is measured against. It must agree to nine digits, or the comparison means nothing.

/** Prepares the rates outside the loop, as a program in doubles would. */
export function doubles(book) {
  const ladder = (sku) => book.rate(sku, { region: 'us-east-1' }).tiers.map((tier) => [Number(tier.from), Number(tier.unitPrice)]);
  const rates = Object.fromEntries(
    [
      'data-transfer/out',
      'waf/web-acl',
      'waf/rules',
      'waf/requests',
      'apigateway/rest-requests',
      'lambda/requests',
      'lambda/duration-arm64',
    ].map((sku) => [sku, ladder(sku)]),
  );
  const input = {
    requests: 100e6,
    response: 5 * 1024,
    blocked: 0.02,
    preflight: 0.03,
    unauthorized: 0.01,
    rules: 3,
    groups: 2,
    memory: 512,
    ms: 120,
  };
  return () => rest(input, rates);
}

function rest({ requests, response, blocked, preflight, unauthorized, rules, groups, memory, ms }, rates) {
  const attacks = requests * blocked;
  const refused = requests * unauthorized;
  const preflights = requests * preflight;
  const answered = requests - attacks - refused - preflights;
  return (
    graduated(rates['data-transfer/out'], (answered * response) / 2 ** 30) +
    graduated(rates['waf/web-acl'], 1) +
    graduated(rates['waf/rules'], rules) +
    graduated(rates['waf/rules'], groups) +
    graduated(rates['waf/requests'], requests) +
    graduated(rates['apigateway/rest-requests'], requests - attacks - refused) +
    graduated(rates['lambda/requests'], answered) +
    graduated(rates['lambda/duration-arm64'], (answered * (ms / 1000) * memory) / 1024)
  );
}

function graduated(tiers, quantity) {
  let cost = 0;
  for (let index = 0; index < tiers.length; index += 1) {
    const [from, price] = tiers[index];
    if (quantity <= from) break;
    const until = index + 1 < tiers.length ? Math.min(quantity, tiers[index + 1][0]) : quantity;
    cost += (until - from) * price;
  }
  return cost;
}
