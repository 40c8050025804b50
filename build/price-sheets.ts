export { listSheets } from '../src/pricebook/files.ts';
export { readPriceSheets } from '../src/pricebook/yaml-sheets.ts';
