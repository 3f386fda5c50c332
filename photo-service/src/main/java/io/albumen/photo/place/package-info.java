/**
 * Names of places: what town, region and country a point lies in, told offline from a bundled
 * gazetteer (GeoNames, CC BY 4.0).
 */
@NullMarked
package io.albumen.photo.place;

import org.jspecify.annotations.NullMarked;
