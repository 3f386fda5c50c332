/** What a link to the viewer may tell it, as the location's state. */
export interface ViewerState {
  /** The page below it is one step back in the history, so that closing goes there. */
  fromGrid?: boolean;
  /** Whether to show at once what is known of it. */
  informed?: boolean;
}
