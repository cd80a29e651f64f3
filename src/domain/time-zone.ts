/** The time zone in which Dutch days begin and end. */
export const dutchTimeZone = 'Europe/Amsterdam';

const known: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
const form = /^[A-Z][A-Za-z_]*(\/[A-Z][A-Za-z0-9_+-]*){1,2}$/;

/** The name by which the platform knows a zone: browsers call one and the same zone Asia/Kolkata and Asia/Calcutta. */
function platformName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined; // there is no such zone
  }
}

/** Whether this is the IANA name of a time zone, such as `America/Paramaribo`: one that the platform lists, or an alias. */
export const isTimeZone = (value: unknown): value is string =>
  typeof value === 'string' &&
  (known.has(value) || (value.length <= 64 && form.test(value) && known.has(platformName(value) ?? '')));

/** The main time zone of each country that gives European means (ISO 3166-1). A proposal, and no more than that. */
const mainTimeZones: Readonly<Record<string, string>> = {
  ...{ AT: 'Europe/Vienna', BE: 'Europe/Brussels', BG: 'Europe/Sofia', CY: 'Asia/Nicosia' },
  ...{ CZ: 'Europe/Prague', DE: 'Europe/Berlin', DK: 'Europe/Copenhagen', EE: 'Europe/Tallinn' },
  ...{ ES: 'Europe/Madrid', FI: 'Europe/Helsinki', FR: 'Europe/Paris', GR: 'Europe/Athens' },
  ...{ HR: 'Europe/Zagreb', HU: 'Europe/Budapest', IE: 'Europe/Dublin', IS: 'Atlantic/Reykjavik' },
  ...{ IT: 'Europe/Rome', LI: 'Europe/Vaduz', LT: 'Europe/Vilnius', LU: 'Europe/Luxembourg' },
  ...{ LV: 'Europe/Riga', MT: 'Europe/Malta', NO: 'Europe/Oslo', PL: 'Europe/Warsaw' },
  ...{ PT: 'Europe/Lisbon', RO: 'Europe/Bucharest', SE: 'Europe/Stockholm', SI: 'Europe/Ljubljana' },
  SK: 'Europe/Bratislava',
};

/** What may be proposed to somebody whose means is of this country; nothing for one that is not in the list. */
export const timeZoneOf = (country: string): string | undefined => mainTimeZones[country];

/** Whether somebody lives by another clock than the Dutch one, so that he is told deadlines by both. */
export const hasOwnClock = (timeZone: string): boolean => timeZone !== dutchTimeZone;
