import { Download } from 'lucide-react';
import type { ComponentProps } from 'react';
import { startDownload } from '@/lib/download-request';
import { texts } from '@/lib/texts';
import { Button } from './button';

interface DownloadButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  mediaIds: readonly string[];
  name?: string;
}

/** Has media packed into a ZIP, once their size was seen and agreed to. */
export function DownloadButton({ mediaIds, name, children, ...rest }: DownloadButtonProps) {
  return (
    <Button
      look="outline"
      disabled={mediaIds.length === 0}
      {...rest}
      onClick={() => startDownload(mediaIds, name)}
    >
      <Download size={18} aria-hidden="true" />
      {children ?? texts.downloads.button}
    </Button>
  );
}
