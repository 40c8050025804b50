// What the benchmarks call one by one; the library exports less.
export { advise } from '../src/advise/advise.ts';
export { throttle } from '../src/advise/throttle.ts';
export { CANDIDATES } from '../src/candidates/index.ts';
export { inspect } from '../src/decide/inspect.ts';
export { RULES } from '../src/decide/rules.ts';
export { WorkloadError } from '../src/errors/errors.ts';
export { estimate } from '../src/estimate/estimate.ts';
export { monthOf } from '../src/journey/month.ts';
export { decimal } from '../src/money/decimal.ts';
export { portfolio } from '../src/portfolio/portfolio.ts';
export { readPriceData } from '../src/pricebook/files.ts';
export { openPriceBook } from '../src/pricebook/price-book.ts';
export { BOUNDS } from '../src/reading/bounds.ts';
export { readJson } from '../src/reading/json.ts';
export { readYaml } from '../src/reading/yaml.ts';
export { parseWorkload, readWorkload } from '../src/workload/read.ts';
