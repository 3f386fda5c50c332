import { ChevronRight } from 'lucide-react';
import { texts } from '@/lib/texts';
import type { Cluster } from '../lib/clusters';
import { countryAt, type Country } from '../lib/outlines';
import styles from './cluster-list.module.css';
import { ClusterPicture } from './marker';

const words = texts.map;
const maxShown = 40;

interface ClusterListProps {
  clusters: readonly Cluster[];
  countries: readonly Country[];
  onPress: (cluster: Cluster) => void;
  onLight: (mediaId: string | undefined) => void;
}

/** What the map shows, in words: the largest first. */
export function ClusterList({ clusters, countries, onPress, onLight }: ClusterListProps) {
  return (
    <ul className={styles.list} aria-label={words.list}>
      {clusters.slice(0, maxShown).map((cluster) => {
        const { mediaId, count, thumbnailUrl } = cluster;
        const place = countryAt(countries, cluster) ?? words.atSea;
        return (
          <li key={mediaId}>
            <button
              type="button"
              className={styles.entry}
              aria-label={`${words.cluster(count, place)}: ${words.show}`}
              onClick={() => onPress(cluster)}
              onPointerEnter={() => onLight(mediaId)}
              onPointerLeave={() => onLight(undefined)}
              onFocus={() => onLight(mediaId)}
              onBlur={() => onLight(undefined)}
            >
              <span className={styles.picture}>
                <ClusterPicture url={thumbnailUrl} />
              </span>
              <span className={styles.words}>
                <span className={styles.place}>{place}</span>
                <span className={styles.count}>{words.count(count)}</span>
              </span>
              <ChevronRight size={18} aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
