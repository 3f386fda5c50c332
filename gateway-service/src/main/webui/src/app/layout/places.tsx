import {
  Clapperboard,
  Download,
  Ellipsis,
  Images,
  type LucideIcon,
  MapPinned,
  Search,
  Trash2,
  Upload,
  UserRoundCog,
} from 'lucide-react';
import { useId, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { texts } from '@/lib/texts';
import styles from './places.module.css';

interface Place {
  to: string;
  label: string;
  Icon: LucideIcon;
  /** Phones have room for five tabs: this one is under "more" there. */
  wide?: boolean;
}

const places: Place[] = [
  { to: '/', label: texts.app.photos, Icon: Images },
  { to: '/search', label: texts.places.search, Icon: Search },
  { to: '/map', label: texts.places.map, Icon: MapPinned },
  { to: '/films', label: texts.app.films, Icon: Clapperboard, wide: true },
  { to: '/upload', label: texts.app.upload, Icon: Upload },
];

const morePlaces: Place[] = [
  { to: '/downloads', label: texts.places.downloads, Icon: Download },
  { to: '/trash', label: texts.places.trash, Icon: Trash2 },
  { to: '/account', label: texts.settings.link, Icon: UserRoundCog },
];

const underMore = [...places.filter(({ wide }) => wide), ...morePlaces];

/** What is seldom gone to, behind one button: a menu on a desk, a sheet on a phone. */
function More() {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  const here = morePlaces.some(({ to }) => pathname.startsWith(to));
  const hereOnPhone = underMore.some(({ to }) => pathname.startsWith(to));
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.place}
        popoverTarget={id}
        data-here={here || undefined}
        data-here-on-phone={hereOnPhone || undefined}
      >
        <Ellipsis className={styles.icon} size={20} aria-hidden="true" />
        {texts.places.more}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className={styles.menu}
        onBeforeToggle={() => {
          const left = button.current?.getBoundingClientRect().left ?? 0;
          menu.current?.style.setProperty('--left', `${Math.round(left)}px`);
        }}
      >
        {underMore.map(({ to, label, Icon, wide }) => (
          <NavLink
            key={to}
            to={to}
            className={[styles.entry, wide && styles.narrowOnly].filter(Boolean).join(' ')}
            onClick={() => menu.current?.hidePopover()}
          >
            <Icon size={20} aria-hidden="true" />
            {label}
          </NavLink>
        ))}
      </div>
    </>
  );
}

/** Links in the top bar, tabs at the bottom of a phone. */
export function Places() {
  return (
    <nav className={styles.places} aria-label={texts.app.mainNavigation}>
      {places.map(({ to, label, Icon, wide }) => (
        <NavLink
          key={to}
          to={to}
          end={to === '/'}
          className={[styles.place, wide && styles.wideOnly].filter(Boolean).join(' ')}
        >
          <Icon className={styles.icon} size={20} aria-hidden="true" />
          {label}
        </NavLink>
      ))}
      <More />
    </nav>
  );
}
