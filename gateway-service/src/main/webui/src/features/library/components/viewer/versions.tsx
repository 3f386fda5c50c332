import { Confirmation } from '@/components/confirmation';
import { ProblemNotice } from '@/components/problem-notice';
import { formatBytes, formatMoment } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useRestoreVersion, useVersions } from '../../api/use-versions';
import type { Media } from '@/lib/api/contract';
import styles from './info-panel.module.css';

/** Every original that there ever was, where there was more than one. */
export function Versions({ media }: { media: Media }) {
  const versions = useVersions(media.id, media.version > 1);
  const restore = useRestoreVersion(media.id);
  if (!versions.data || versions.data.items.length < 2) return null;
  return (
    <section className={styles.versions} aria-label={texts.viewer.versions}>
      <h3 className={styles.heading}>{texts.viewer.versions}</h3>
      <ol>
        {versions.data.items.map(({ version, name, sizeBytes, createdAt, current }) => (
          <li key={version} className={styles.version}>
            <p>
              {texts.viewer.version(version)}
              {current && <span className={styles.current}>{texts.viewer.currentVersion}</span>}
            </p>
            <small>
              {name} · {formatBytes(sizeBytes)}
            </small>
            <small>{formatMoment(createdAt)}</small>
            {!current && (
              <Confirmation
                question={texts.viewer.restoreSure(version)}
                action={texts.viewer.restoreVersion}
                name={texts.viewer.restoreVersionNamed(version)}
                busy={restore.isPending && restore.variables === version}
                onConfirm={() => restore.mutate(version)}
              />
            )}
          </li>
        ))}
      </ol>
      {restore.error && <ProblemNotice error={restore.error} />}
    </section>
  );
}
