import type { Place, Section, Value } from '../value.ts';
import type { Budget } from './budget.ts';

/** What names mean in one stack. */
export interface Scope {
  readonly budget: Budget;
  /** What `Ref` of a name gives; null where it says that there is no value. */
  named(name: string, at: Place): Value | null;
  /** What `Fn::GetAtt` gives; null of what is no resource. */
  attribute(resource: string, attribute: string, at: Place): Value | null;
  mapping(name: string): Section | null;
  /** What another stack of the run exports under a name. */
  imported(name: Value, at: Place): Value;
  /** What stands in a file that is named relative to the file of a place. */
  included(location: Value, at: Place): Value | null;
}

/** A function in a template: what it does with its argument as it is written. */
export interface Call {
  readonly argument: Value;
  readonly at: Place;
  readonly scope: Scope;
  /** Null of what is absent. */
  resolve(value: Value): Value | null;
}
