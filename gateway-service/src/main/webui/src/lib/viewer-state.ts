/** What a link to `/photos/:id` may tell the viewer, as the location's state. */
export interface ViewerState {
  /** The page that it came from is one step back in the history, so that closing goes there. */
  hasOpener?: boolean;
  /** The media to page through, in order, where it isn't the timeline: a search's results, say. */
  ids?: readonly string[];
  /** Whether to show at once what is known of it. */
  informed?: boolean;
}
