import type { Stores } from '../domain/stores.ts';

/** The parts of the stores that have methods of their own. */
export type PartName = Exclude<keyof Stores, 'tidy' | 'check' | 'close'>;

/** All parts, each made by its name: for stores that stand before others. */
export function eachPart(make: <Name extends PartName>(name: Name) => Stores[Name]): Pick<Stores, PartName> {
  return {
    groups: make('groups'),
    posted: make('posted'),
    unanswered: make('unanswered'),
    feedback: make('feedback'),
    proposals: make('proposals'),
    backup: make('backup'),
    inbox: make('inbox'),
    counters: make('counters'),
    keys: make('keys'),
    leases: make('leases'),
  };
}
