import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { Archive } from 'lucide-react';
import { showToast } from '@/components/toast';
import type { Download } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useDownloads } from '../api/download-queries';
import { endedSince, isInTheMaking, percentOf } from '../lib/download-state';
import pill from '@/components/pill.module.css';

/** Says so, on any page, when a download that was watched is done. */
function useTellEnd(downloads: readonly Download[] | undefined): void {
  const before = useRef<readonly Download[]>([]);
  const navigate = useNavigate();
  useEffect(() => {
    if (!downloads) return;
    for (const { id, name, state } of endedSince(before.current, downloads)) {
      showToast({
        text: state === 'READY' ? texts.downloads.ready(name) : texts.downloads.failedNamed(name),
        tone: state === 'READY' ? 'plain' : 'problem',
        action: { label: texts.downloads.see, run: () => void navigate('/downloads') },
        key: `download-${id}`,
      });
    }
    before.current = downloads;
  }, [downloads, navigate]);
}

/** What is being packed, at a glance, for the top bar. */
export function DownloadPill() {
  const { data } = useDownloads();
  useTellEnd(data);
  const open = data?.filter(isInTheMaking) ?? [];
  const newest = open[0];
  if (!newest) return null;
  const percent = percentOf(newest);
  const label = texts.downloads.pill(percent);
  return (
    <Link to="/downloads" className={pill.pill} aria-label={label} title={label}>
      <Archive size={16} aria-hidden="true" />
      <span>{percent} %</span>
    </Link>
  );
}
