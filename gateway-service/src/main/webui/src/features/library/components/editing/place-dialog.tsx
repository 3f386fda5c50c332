import { useState } from 'react';
import { Button } from '@/components/button';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';
import { parseCoordinates } from '../../lib/coordinates';
import { Sheet } from '../sheet';
import type { EditingDialogProps } from './date-dialog';
import styles from './editing.module.css';

/** Gives many the same place, or takes theirs away. */
export function PlaceDialog({ tiles, onApply, onClose }: EditingDialogProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const location = parseCoordinates(text);
  return (
    <Sheet title={texts.editing.placeTitle(tiles.length)} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (location) onApply({ location }, texts.library.placeChanged);
        }}
      >
        <TextField
          label={texts.editing.coordinates}
          hint={texts.editing.coordinatesHint}
          error={tried && !location ? texts.editing.coordinatesBad : undefined}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={styles.actions}>
          <Button
            look="danger"
            className={styles.start}
            onClick={() => onApply({ location: null }, texts.library.placeChanged)}
          >
            {texts.editing.removePlace}
          </Button>
          <Button type="submit">{texts.editing.apply}</Button>
        </div>
      </form>
    </Sheet>
  );
}
