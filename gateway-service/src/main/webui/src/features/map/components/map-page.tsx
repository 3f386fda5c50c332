import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { texts } from '@/lib/texts';
import { useClusters, useCountries } from '../api/use-markers';
import { type Cluster, isSpread } from '../lib/clusters';
import { project } from '../lib/mercator';
import {
  boxOf,
  maxZoom,
  readView,
  type Size,
  toWindow,
  type View,
  viewOf,
  wholeWorld,
  writeView,
} from '../lib/view';
import { ClusterList } from './cluster-list';
import styles from './map-page.module.css';
import { useOpenCluster } from './use-open-cluster';
import { useSize } from './use-size';
import { useView } from './use-view';
import { WorldMap } from './world-map';

const words = texts.map;
/** A part that is only flown over isn't asked for, nor written into the address. */
const restMs = 220;

/** The view as it was once it had rested; kept in the address, so that one comes back to it. */
function useRested(view: View): View {
  const [rested, setRested] = useState(view);
  const [, setQuery] = useSearchParams();
  const { zoom, centre } = view;
  const { x, y } = centre;
  const rest = useEffectEvent(() => {
    setRested(view);
    setQuery({ at: writeView(view) }, { replace: true, preventScrollReset: true });
  });
  useEffect(() => {
    const timer = setTimeout(() => rest(), restMs);
    return () => clearTimeout(timer);
  }, [x, y, zoom]);
  return rested;
}

function useShown(clusters: readonly Cluster[] | undefined, view: View, size: Size) {
  return useMemo(
    () =>
      (clusters ?? []).filter((cluster) => {
        const { x, y } = toWindow(project(cluster), view, size);
        return x >= 0 && y >= 0 && x <= size.width && y <= size.height;
      }),
    [clusters, view, size],
  );
}

/** Where photos were taken, on a map that needs no other server, and the same as a list. */
export function MapPage() {
  const [query] = useSearchParams();
  const { size, attach } = useSize();
  const { view, move, fly } = useView(readView(query.get('at')) ?? wholeWorld, size);
  const rested = useRested(view);
  const [lit, setLit] = useState<string>();
  const countries = useCountries();
  const found = useClusters(boxOf(rested, size), Math.floor(rested.zoom), size.width > 0);
  const shown = useShown(found.data, rested, size);
  const whole = rested.zoom < 2;
  const open = useOpenCluster();

  /** A closer look first, where that tells them apart. */
  function press(cluster: Cluster) {
    if (isSpread(cluster) && view.zoom < maxZoom) {
      const closer = viewOf(cluster.box, size);
      fly((old) => ({ ...closer, zoom: Math.max(closer.zoom, old.zoom + 1) }));
    } else open(cluster);
  }

  return (
    <Page title={words.title} lead={words.lead}>
      {countries.error && (
        <ProblemNotice error={countries.error} onRetry={() => void countries.refetch()} />
      )}
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      <div className={styles.both}>
        <div className={styles.map} ref={attach}>
          <WorldMap
            countries={countries.data ?? noCountries}
            clusters={found.data ?? noClusters}
            view={view}
            size={size}
            lit={lit}
            move={move}
            fly={fly}
            onPress={press}
          />
        </div>
        <section className={styles.side} aria-label={words.list}>
          <h2 className={styles.subtitle}>{words.list}</h2>
          {!found.data && found.isPaused && (
            <p className={styles.nothing} role="status">
              {words.notAsked}
            </p>
          )}
          {found.data && shown.length === 0 && (
            <p className={styles.nothing} role="status">
              {whole ? words.empty : words.emptyHere}
            </p>
          )}
          <ClusterList
            clusters={shown}
            countries={countries.data ?? noCountries}
            onPress={open}
            onLight={setLit}
          />
        </section>
      </div>
    </Page>
  );
}

const noCountries: never[] = [];
const noClusters: never[] = [];
