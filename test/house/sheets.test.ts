// A damaged price sheet is refused by name and cell, never priced around.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PriceError } from '../../src/errors/errors.ts';
import { listSheets, readPriceData } from '../../src/pricebook/files.ts';
import { readPriceSheets } from '../../src/pricebook/yaml-sheets.ts';
import { ROOT } from '../run.ts';

const sheets = listSheets(join(ROOT, 'pricing-data'));

test.each([
  ['a bare number', 'price: "0.0000035"', 'price: 0.0000035', /rest-requests/],
  ['an exponent', 'price: "0.0000035"', 'price: "3.5e-6"', /rest-requests/],
  ['a negative price', 'price: "0.0000035"', 'price: "-1"', /rest-requests/],
  ['falling tiers', 'from: "1000000000", price: "0.00000238"', 'from: "1", price: "0.00000238"', /do not rise/],
  ['a ladder that does not start at nothing', 'from: "0", price: "0.0000035"', 'from: "5", price: "0.0000035"', /does not start at 0/],
  ['a rate code that is gone', ', rateCode: KKDZ3TFSXUSMCZ3A.JRTCKXETXF.QS4VQ8N7FD', '', /no rateCode and no reason/],
  ['a source that is gone', 'source: apigateway-feed', 'source: hearsay', /unknown source/],
  ['a sku that is gone', 'apigateway/rest-requests:', 'apigateway/rest-calls:', /in no list/],
  ['another currency', 'currency: USD', 'currency: EUR', /currency/],
])('%s', (_, from, to, message) => {
  const damaged = sheets.map((sheet) => (sheet.name === 'us-east-1.yaml' ? { ...sheet, text: sheet.text.replace(from, to) } : sheet));
  expect(damaged.find((sheet) => sheet.name === 'us-east-1.yaml')?.text).toContain(to);
  expect(() => readPriceSheets(damaged)).toThrow(PriceError);
  expect(() => readPriceSheets(damaged)).toThrow(message);
});

test('compiled data that is missing or damaged is exit code 4, with what to do', () => {
  expect(() => readPriceData('/nowhere')).toThrow(PriceError);
  expect(() => readPriceData('/nowhere')).toThrow(/cannot be read/);
});
