export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** `48.8584`, `48° 51′ 30″ N`, `2°17'40"E`. */
const part =
  /([+-−]?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′’]\s*(?:(\d+(?:\.\d+)?)\s*(?:"|″|”|'')\s*)?)?([NSEW])?/giu;

interface Angle {
  degrees: number;
  side: string | undefined;
}

function angle([, degrees = '', minutes = '0', seconds = '0', side]: RegExpMatchArray): Angle {
  const whole = Number(degrees.replace('−', '-'));
  const size = Math.abs(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
  const letter = side?.toUpperCase();
  const negative = degrees.startsWith('-') || degrees.startsWith('−');
  const south = letter === 'S' || letter === 'W';
  return { degrees: negative !== south ? -size : size, side: letter };
}

/** Reads a place as people copy it: from a map's address, in decimals or degrees, either way round. */
export function parseCoordinates(text: string): Coordinates | undefined {
  const inAddress = /@(-?\d+\.\d+),(-?\d+\.\d+)/.exec(text);
  const plain = inAddress ? `${inAddress[1]}, ${inAddress[2]}` : text.trim();
  const angles = [...plain.matchAll(part)].map(angle);
  const [first, second, more] = angles;
  const rest = plain.replaceAll(part, '').replaceAll(/[\s,;]/g, '');
  if (!first || !second || more || rest !== '') return undefined;
  const turned = first.side === 'E' || first.side === 'W';
  const latitude = (turned ? second : first).degrees;
  const longitude = (turned ? first : second).degrees;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude };
}

/** `48.85840, 2.29450`: metres apart, and read back as the same. */
export function formatCoordinates({ latitude, longitude }: Coordinates): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}
