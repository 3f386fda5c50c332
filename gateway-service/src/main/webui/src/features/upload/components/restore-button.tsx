import { Button } from '@/components/button';
import { showToast } from '@/components/toast-store';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useRestore } from '../api/use-restore';
import type { Uploads } from '../lib/engine/uploads';

interface RestoreButtonProps {
  mediaId: string;
  name: string;
  uploads: Uploads;
}

/** Takes the original of a duplicate out of the trash, in place of sending it again. */
export function RestoreButton({ mediaId, name, uploads }: RestoreButtonProps) {
  const restore = useRestore();
  const run = () =>
    restore.mutate(mediaId, {
      onSuccess: () => {
        uploads.restored(mediaId);
        showToast({ text: texts.upload.restored(name) });
      },
      onError: (error) => showToast({ text: toProblem(error).detail, tone: 'problem' }),
    });
  return (
    <Button
      look="plain"
      busy={restore.isPending}
      aria-label={texts.upload.restoreNamed(name)}
      onClick={run}
    >
      {texts.upload.restore}
    </Button>
  );
}
