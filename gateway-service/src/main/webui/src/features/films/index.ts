export { FilmPage } from './components/film-page';
export { FilmsPage } from './components/films-page';
export { NewFilmPage } from './components/new-film-page';
