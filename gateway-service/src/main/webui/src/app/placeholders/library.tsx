export function TimelinePage() {
  return null;
}
export function ViewerPage() {
  return null;
}
