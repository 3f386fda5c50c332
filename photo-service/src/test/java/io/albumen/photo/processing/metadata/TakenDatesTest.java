package io.albumen.photo.processing.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.lang.Rational;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.albumen.photo.processing.metadata.TakenAt.Source;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakenDatesTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_20240607_123456.jpg, 2024-06-07T12:34:56Z",
    "PXL_20240607_123456789.MP.jpg, 2024-06-07T12:34:56Z",
    "20240607_123456.jpg, 2024-06-07T12:34:56Z",
    "2024-06-07 12.34.56.jpg, 2024-06-07T12:34:56Z",
    "Screenshot 2024-06-07 at 12.34.56.png, 2024-06-07T12:34:56Z",
    "VID_20240607_123456.mp4, 2024-06-07T12:34:56Z",
    "signal-2024-06-07-12-34-56-789.jpg, 2024-06-07T12:34:56Z",
    "IMG-20240607-WA0012.jpg, 2024-06-07T12:00:00Z",
    "2024-06-07 picnic.jpg, 2024-06-07T12:00:00Z",
  })
  void readsDatesInFileNames(String name, Instant expected) {
    assertThat(TakenDates.find(new Metadata(), Map.of(), name))
        .contains(new TakenAt(expected, null, Source.FILE_NAME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMG_1234.jpg",
        "DSC00012.jpg",
        "20241399_000000.jpg",
        "12024060712.jpg",
        "2024.jpg",
        "00000000_000000.jpg",
        "99990101_000000.jpg",
        "20240230.jpg"
      })
  void otherNumbersInFileNamesAreNoDates(String name) {
    assertThat(TakenDates.find(new Metadata(), Map.of(), name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000:00:00 00:00:00",
        "9999:12:31 23:59:59",
        "2024:13:01 00:00:00",
        "2024:02:30 00:00:00",
        "    :  :     :  :  ",
        "",
        "2024:06:07"
      })
  void absurdExifTimesAreNone(String text) {
    assertThat(TakenDates.find(exif(text, "+02:00"), Map.of(), "a.jpg")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+99:00", "garbage", "", "+2"})
  void anAbsurdOffsetIsUnknown(String offset) {
    assertThat(TakenDates.find(exif("2024:06:07 12:34:56", offset), Map.of(), "a.jpg"))
        .contains(new TakenAt(Instant.parse("2024-06-07T12:34:56Z"), null, Source.EXIF));
  }

  @Test
  void exifWinsOverTheFileName() {
    assertThat(
            TakenDates.find(exif("2024:06:07 12:34:56", "+02:00"), Map.of(), "20200101_000000.jpg"))
        .contains(new TakenAt(Instant.parse("2024-06-07T10:34:56Z"), 120, Source.EXIF));
  }

  @Test
  void satellitesTellTheOffsetThatExifDoesNot() {
    var metadata = exif("2024:06:07 12:34:56", "");
    var gps = new GpsDirectory();
    gps.setString(GpsDirectory.TAG_DATE_STAMP, "2024:06:07");
    gps.setRationalArray(
        GpsDirectory.TAG_TIME_STAMP,
        new Rational[] {new Rational(7, 1), new Rational(4, 1), new Rational(50, 1)});
    metadata.addDirectory(gps);

    assertThat(TakenDates.find(metadata, Map.of(), "a.jpg"))
        .contains(new TakenAt(Instant.parse("2024-06-07T07:04:56Z"), 330, Source.EXIF));
  }

  @Test
  void applesOwnTimeOfAVideoBeatsItsHeader() {
    var tags =
        Map.of(
            "creation_time", "2024-06-08T00:00:00.000000Z",
            "com.apple.quicktime.creationdate", "2024-06-07T12:34:56+0200");

    assertThat(TakenDates.find(new Metadata(), tags, "a.mov"))
        .contains(new TakenAt(Instant.parse("2024-06-07T10:34:56Z"), 120, Source.QUICKTIME));
  }

  @Test
  void anUnsetClockOfAVideoTellsNothing() {
    var tags = Map.of("creation_time", "1904-01-01T00:00:00.000000Z");

    assertThat(TakenDates.find(new Metadata(), tags, "a.mov")).isEmpty();
  }

  private static Metadata exif(String time, String offset) {
    var directory = new ExifSubIFDDirectory();
    directory.setString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL, time);
    directory.setString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL, offset);
    var metadata = new Metadata();
    metadata.addDirectory(directory);
    return metadata;
  }
}
