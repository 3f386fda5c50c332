package io.albumen.photo.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {
  private final PlaceNames names = new PlaceNames();

  @ParameterizedTest
  @CsvSource({
    "48.8584, 2.2945, Paris, Île-de-France, France, FR",
    "40.758, -73.9855, New York City, New York, United States, US",
    "35.6595, 139.7005, Tokyo, Tokyo, Japan, JP",
    "51.5007, -0.1246, London, England, United Kingdom, GB",
    "41.3851, 2.1734, Barcelona, Catalonia, Spain, ES",
    "-22.9519, -43.2105, Rio de Janeiro, Rio de Janeiro, Brazil, BR",
    "27.1751, 78.0421, Agra, Uttar Pradesh, India, IN",
    "48.8049, 2.1204, Versailles, Île-de-France, France, FR",
    "64.1466, -21.9426, Reykjavík, Capital Region, Iceland, IS",
  })
  void namesTownRegionAndCountry(
      double latitude, double longitude, String city, String region, String country, String code) {
    assertThat(names.of(latitude, longitude)).contains(new PlaceName(city, region, country, code));
  }

  @Test
  void namesOnlyTheCountryWhereNoTownIsNear() {
    var desert = names.of(-25.3444, 131.0369 - 1.2).orElseThrow();

    assertThat(desert.city()).isNull();
    assertThat(desert.country()).isEqualTo("Australia");
  }

  @Test
  void namesNothingFarOutAtSea() {
    assertThat(names.of(0, 0)).isEmpty();
    assertThat(names.of(-48.9, -123.4)).isEmpty();
    assertThat(names.of(90, 0)).isEmpty();
  }

  @Test
  void knowsThatTheDateLineIsNoEdge() {
    var east = names.of(-16.79, 179.98);
    var west = names.of(-16.79, -179.98);

    assertThat(east).isPresent().isEqualTo(west);
    assertThat(east.orElseThrow().countryCode()).isEqualTo("FJ");
  }

  @Test
  void attack38NamesNothingThatIsNoPlace() {
    assertThat(names.of(Double.NaN, 0)).isEmpty();
    assertThat(names.of(0, Double.POSITIVE_INFINITY)).isEmpty();
    assertThat(names.of(91, 0)).isEmpty();
  }

  @Test
  void findsNoTownButTheOneThatALookAtAllFinds() {
    var gazetteer = Gazetteer.bundled();
    var random = new Random(7);
    for (var i = 0; i < 20; i++) {
      var near = gazetteer.town(random.nextInt(gazetteer.size()));
      var latitude = Math.clamp(near.latitude() + random.nextGaussian() / 4, -90, 90);
      var longitude = Math.clamp(near.longitude() + random.nextGaussian() / 4, -180, 180);

      var found = gazetteer.find(latitude, longitude, 10);
      var nearest =
          IntStream.range(0, gazetteer.size())
              .mapToObj(gazetteer::town)
              .min(Comparator.comparingDouble(town -> kilometers(town, latitude, longitude)))
              .filter(town -> kilometers(town, latitude, longitude) <= 10);

      assertThat(found.isPresent()).isEqualTo(nearest.isPresent());
    }
  }

  private static double kilometers(Gazetteer.Town town, double latitude, double longitude) {
    var squeeze = Math.cos(Math.toRadians(latitude));
    return 111.195
        * Math.hypot(town.latitude() - latitude, (town.longitude() - longitude) * squeeze);
  }
}
