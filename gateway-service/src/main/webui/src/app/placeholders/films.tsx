export function FilmsPage() {
  return null;
}
export function NewFilmPage() {
  return null;
}
export function FilmPage() {
  return null;
}
