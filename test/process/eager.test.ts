// What the build writes around functions: the same program, of which more is compiled when its file is loaded.
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';

// Of the build, which has no types.
const { quickened } = (await import(String(new URL('../../build/eager.mjs', import.meta.url)))) as {
  quickened(code: string, called: ReadonlySet<number>): string;
};

/** A program that fills `exports`, with all of its functions called. */
function result(code: string): unknown {
  const exports = {};
  new Script(`(function (exports) {${code}\n})`).runInThisContext()(exports);
  return JSON.parse(JSON.stringify(exports));
}
/** Every place: whatever function starts there was called. */
const allOf = (code: string) => new Set(code.split('').keys());
const bytes = (code: string) => new Script(`(function (exports) {${code}\n})`).createCachedData().length;

const PROGRAMS: Readonly<Record<string, string>> = {
  'a declaration that is called above it': 'exports.a=twice(3);function twice(n){return 2*n}exports.b=twice.name',
  'one in another': 'function outer(){return inner();function inner(){return 7}}exports.a=outer()',
  'two beside each other, which call each other':
    'function even(n){return n===0||odd(n-1)}function odd(n){return n!==0&&even(n-1)}exports.a=[even(8),odd(8)]',
  'arrows in arguments and in each other': 'exports.a=[1,2].map(n=>[n].map(m=>m+n)).flat();exports.b=[3].map(()=>1)',
  'a method of an object, with this': 'const o={n:4,get(){return this.n},"a b"(){return 5}};exports.a=[o.get(),o["a b"](),o.get.name]',
  'getters, async methods and classes':
    'class C{#n=1;get n(){return this.#n}static make(){return new C}}const o={get n(){return 2},async p(){},*g(){yield 3}};exports.a=[C.make().n,o.n,...o.g()]',
  'what is given by a getter': 'const a=1;Object.defineProperty(exports,"a$",{enumerable:!0,get:function(){return a}})',
  'what is given by a getter and changes': 'let a=1;Object.defineProperty(exports,"a",{enumerable:!0,get:function(){return a}});a=2',
};

/** Those whose functions have no place for parentheses, or are what is given. */
const HAS_NO_PLACE: readonly string[] = ['getters, async methods and classes', 'what is given by a getter and changes'];

describe('quickened', () => {
  test.each(Object.entries(PROGRAMS))('%s', (name, code) => {
    const quick = quickened(code, allOf(code));
    expect(result(quick)).toEqual(result(code));
    if (!HAS_NO_PLACE.includes(name)) expect(quick).not.toBe(code);
  });

  test('compiles what is called with the file, and nothing else', () => {
    const code = 'function called(n){return [n,{n}]}function other(n){return [n,{n}]}exports.a=called(1)';
    expect(quickened(code, new Set())).toBe(code);
    const quick = quickened(code, new Set([0]));
    expect(quick).toBe('var called=(function called(n){return [n,{n}]});function other(n){return [n,{n}]}exports.a=called(1)');
    expect(bytes(quick)).toBeGreaterThan(bytes(code));
  });

  test('gives a value where nothing changes it', () => {
    const code = PROGRAMS['what is given by a getter'] ?? '';
    expect(quickened(code, new Set())).toBe('const a=1;exports.a$=a');
    const changes = PROGRAMS['what is given by a getter and changes'] ?? '';
    expect(quickened(changes, new Set())).toBe(changes);
  });
});
