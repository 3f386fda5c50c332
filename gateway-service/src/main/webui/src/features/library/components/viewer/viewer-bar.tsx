import {
  Download,
  Heart,
  Info,
  type LucideIcon,
  Maximize,
  Minimize,
  Pause,
  Play,
  Trash2,
  X,
} from 'lucide-react';
import { IconButton } from '@/components/button';
import { texts } from '@/lib/texts';
import styles from './viewer.module.css';

export interface ViewerAction {
  /** Stays the same when the label doesn't, lest the focus be lost. */
  id: string;
  label: string;
  Icon: LucideIcon;
  run: () => void;
  pressed?: boolean;
  filled?: boolean;
  disabled?: boolean;
  /** It gives way on a narrow screen. */
  minor?: boolean;
}

interface Doings {
  favorite: boolean;
  slideshow: boolean;
  canSlide: boolean;
  full: boolean;
  informed: boolean;
  onFavorite: (() => void) | undefined;
  onSlideshow: () => void;
  onFullScreen: (() => void) | undefined;
  onInfo: () => void;
  onDownload: (() => void) | undefined;
  onTrash: (() => void) | undefined;
}

/** What the viewer's bar offers, in order. */
export function viewerActions(doings: Doings): ViewerAction[] {
  const { favorite, slideshow, canSlide, full, informed } = doings;
  const nothing = () => undefined;
  return [
    {
      id: 'favorite',
      label: texts.viewer.favorite,
      Icon: Heart,
      run: doings.onFavorite ?? nothing,
      pressed: favorite,
      filled: favorite,
      disabled: !doings.onFavorite,
    },
    {
      id: 'slideshow',
      label: slideshow ? texts.viewer.stopSlideshow : texts.viewer.slideshow,
      Icon: slideshow ? Pause : Play,
      run: doings.onSlideshow,
      disabled: !canSlide,
      minor: true,
    },
    ...(doings.onFullScreen
      ? [
          {
            id: 'full-screen',
            label: full ? texts.viewer.leaveFullScreen : texts.viewer.fullScreen,
            Icon: full ? Minimize : Maximize,
            run: doings.onFullScreen,
            minor: true,
          },
        ]
      : []),
    {
      id: 'download',
      label: texts.viewer.download,
      Icon: Download,
      run: doings.onDownload ?? nothing,
      disabled: !doings.onDownload,
    },
    {
      id: 'trash',
      label: texts.viewer.trash,
      Icon: Trash2,
      run: doings.onTrash ?? nothing,
      disabled: !doings.onTrash,
    },
    { id: 'info', label: texts.viewer.info, Icon: Info, run: doings.onInfo, pressed: informed },
  ];
}

interface ViewerBarProps {
  title: string;
  actions: readonly ViewerAction[];
  onClose: () => void;
}

export function ViewerBar({ title, actions, onClose }: ViewerBarProps) {
  return (
    <div className={styles.bar}>
      <IconButton label={texts.viewer.close} icon={<X size={22} />} onClick={onClose} />
      <h1 className={styles.date}>{title}</h1>
      {actions.map(({ id, label, Icon, run, pressed, filled, disabled, minor }) => (
        <IconButton
          key={id}
          className={[styles.tool, minor ? styles.minor : ''].join(' ')}
          label={label}
          icon={<Icon size={20} fill={filled ? 'currentColor' : 'none'} aria-hidden="true" />}
          aria-pressed={pressed}
          disabled={disabled}
          onClick={run}
        />
      ))}
    </div>
  );
}
