package netreader.format.pdf.jpx;

/**
 * A band of a wavelet's level.
 *
 * @param right 1 if it is of the high half across, else 0
 * @param lower 1 if it is of the high half down, else 0
 * @param x the column at which the band begins in the component's coefficients, which hold all bands
 * @param y the row
 * @param bits of a coefficient's magnitude
 * @param step by which coefficients are multiplied if the wavelet is not reversible
 */
record Band(Area area, int right, int lower, int x, int y, int bits, float step) {}
