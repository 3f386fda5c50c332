import { useState } from 'react';
import { TextField } from '@/components/text-field';
import { formatDay, formatOffset, formatPlace, formatTime, localClock } from '@/lib/format';
import { texts } from '@/lib/texts';
import { formatCoordinates, parseCoordinates } from '../../lib/coordinates';
import { clockValue, instantOf } from '../../lib/dates';
import type { Media } from '@/lib/api/contract';
import { type Place, placeName } from '../../lib/media';
import { ClockFields, type ClockReading } from '../editing/clock-fields';
import { EditableEntry } from './entry';
import type { Patch } from './use-patch';

/** When it was taken, by the clock there, and which rule gave it. */
export function DateEntry({ media, patch }: { media: Media; patch: Patch }) {
  const { takenAt, utcOffsetMinutes: offset, takenAtSource } = media;
  const [reading, setReading] = useState<ClockReading>({ clock: '', utcOffsetMinutes: offset });
  const [wrong, setWrong] = useState(false);
  const clock = localClock(takenAt, offset);
  const term = texts.viewer.date;

  function save() {
    const { utcOffsetMinutes } = reading;
    const instant = instantOf(reading.clock, utcOffsetMinutes);
    setWrong(instant === undefined);
    if (instant === undefined) return false;
    const zone = utcOffsetMinutes === undefined ? {} : { utcOffsetMinutes };
    return patch({ takenAt: instant, ...zone }, texts.library.dateChanged(1));
  }

  return (
    <EditableEntry
      term={term}
      onEdit={() => {
        setWrong(false);
        setReading({ clock: clockValue(takenAt, offset), utcOffsetMinutes: offset });
      }}
      onSave={save}
      fields={
        <ClockFields
          value={reading}
          error={wrong ? texts.editing.clockMissing : undefined}
          onChange={setReading}
        />
      }
    >
      {formatDay(clock)}
      <small>
        {formatTime(clock)}
        {offset !== undefined && ` · ${formatOffset(offset)}`}
      </small>
      <small>{texts.viewer.dateFrom[takenAtSource]}</small>
    </EditableEntry>
  );
}

/** Where it was taken: the name of the place first, then where exactly. */
export function PlaceEntry({ place, patch }: { place: Place | undefined; patch: Patch }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const term = texts.viewer.place;

  function save() {
    const location = text.trim() === '' ? null : parseCoordinates(text);
    setWrong(location === undefined);
    return location === undefined ? false : patch({ location }, texts.library.placeChanged(1));
  }

  return (
    <EditableEntry
      term={term}
      onEdit={() => {
        setWrong(false);
        setText(place ? formatCoordinates(place) : '');
      }}
      onSave={save}
      fields={
        <TextField
          label={texts.editing.coordinates}
          hint={texts.editing.coordinatesHint}
          error={wrong ? texts.editing.coordinatesBad : undefined}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      }
    >
      {place && (
        <>
          {placeName(place)}
          <small>{formatPlace(place.latitude, place.longitude)}</small>
          {place.altitudeMeters !== undefined && (
            <small>{texts.viewer.altitude(place.altitudeMeters)}</small>
          )}
          {place.source === 'EDITED' && <small>{texts.viewer.placeEdited}</small>}
        </>
      )}
    </EditableEntry>
  );
}
