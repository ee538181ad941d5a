/** Name of the one file in the data directory. */
export const STORE_FILE = 'dragoman.sqlite'
