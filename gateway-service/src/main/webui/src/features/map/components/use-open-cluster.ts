import { useNavigate } from 'react-router';
import type { ViewerState } from '@/lib/viewer-state';
import { type Cluster, writeBox } from '../lib/clusters';

const fromMap: ViewerState = { fromGrid: true };

/** Shows just what a cluster is made of: one item by itself, several as what is found there. */
export function useOpenCluster() {
  const navigate = useNavigate();
  return ({ mediaId, count, box }: Cluster) => {
    const query = new URLSearchParams({ bbox: writeBox(box) });
    if (count > 1) void navigate(`/search?${query.toString()}`);
    else void navigate(`/photos/${mediaId}`, { state: fromMap });
  };
}
