import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { texts } from '@/lib/texts';
import type { Chosen } from '../api/trash-queries';

const words = texts.trash;

interface PurgeDialogProps {
  chosen: Chosen;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before anything goes for ever. */
export function PurgeDialog({ chosen, busy, onConfirm, onClose }: PurgeDialogProps) {
  const all = chosen === 'all';
  return (
    <Dialog
      title={all ? words.emptyTitleAsk : words.forEverTitle(chosen.length)}
      onClose={onClose}
      actions={
        <>
          <Button look="outline" onClick={onClose}>
            {texts.app.cancel}
          </Button>
          <Button look="dangerSolid" busy={busy} onClick={onConfirm}>
            {all ? words.emptyIt : words.forEver}
          </Button>
        </>
      }
    >
      <p>{words.forEverText}</p>
    </Dialog>
  );
}
