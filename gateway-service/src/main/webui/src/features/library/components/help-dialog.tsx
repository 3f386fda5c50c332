import { Fragment } from 'react';
import { texts } from '@/lib/texts';
import styles from './help-dialog.module.css';
import { Sheet } from './sheet';

const { names } = texts.keys;
const mod = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

type Row = readonly [keys: readonly string[], what: string];

const sections: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  [
    texts.keys.sections.timeline,
    [
      [[names.arrows], texts.keys.arrows],
      [['D'], texts.keys.day],
      [['M'], texts.keys.month],
      [['Y'], texts.keys.year],
      [['Enter'], texts.keys.open],
      [['X'], texts.keys.select],
      [['Shift', names.click], texts.keys.range],
      [[mod, 'A'], texts.keys.all],
      [[names.esc], texts.keys.clear],
    ],
  ],
  [
    texts.keys.sections.viewer,
    [
      [['←', '→'], texts.keys.turn],
      [[names.space], texts.keys.play],
      [[names.esc], texts.keys.close],
    ],
  ],
  [
    texts.keys.sections.everywhere,
    [
      [['F'], texts.keys.favorite],
      [['I'], texts.keys.info],
      [[names.del], texts.keys.trash],
      [[mod, 'Z'], texts.keys.undo],
      [['/'], texts.keys.search],
      [['?'], texts.keys.help],
    ],
  ],
];

/** All keys of the timeline and the viewer. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={texts.keys.title} onClose={onClose}>
      {sections.map(([title, rows]) => (
        <Fragment key={title}>
          <h3 className={styles.section}>{title}</h3>
          <dl className={styles.keys}>
            {rows.map(([keys, what]) => (
              <div key={what} className={styles.row}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key} className={styles.key}>
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
    </Sheet>
  );
}
