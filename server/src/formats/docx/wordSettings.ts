/** What a document's settings say of changing it (ECMA-376 part 1, 17.15.1). */
import { walkXml } from '../xml/walk.ts';
import { isOn } from './numbering/definitions.ts';

export interface Settings {
  /** Whether Word tracks changes in it. */
  readonly tracksChanges: boolean;
  /** Whether it may be changed only in part, or by who knows a password. */
  readonly isProtected: boolean;
}

/** Reads the part; an empty text says nothing. */
export function readSettings(source: string, part: string): Settings {
  const settings = { tracksChanges: false, isProtected: false };
  if (source === '') return settings;
  walkXml(source, part, {
    open({ id, attribute }) {
      if (id === 'w:trackRevisions') settings.tracksChanges = isOn(attribute('val'));
      const isEnforced = attribute('enforcement') !== undefined && isOn(attribute('enforcement'));
      const hasPassword = attribute('hash') !== undefined || attribute('hashValue') !== undefined;
      if (id === 'w:documentProtection' && isEnforced && attribute('edit') !== 'none')
        settings.isProtected = true;
      if (id === 'w:writeProtection' && hasPassword) settings.isProtected = true;
    },
  });
  return settings;
}
