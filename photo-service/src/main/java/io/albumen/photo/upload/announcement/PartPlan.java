package io.albumen.photo.upload.announcement;

import io.albumen.photo.storage.PartStore.Part;
import io.albumen.photo.storage.PartStore.StoredPart;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a file is cut.
 *
 * @param partSize bytes of each part but the last
 * @param count at least 1
 */
public record PartPlan(long fileSize, long partSize, int count) {

  public static PartPlan of(long fileSize, long partSize) {
    return new PartPlan(fileSize, partSize, Math.toIntExact(Math.ceilDiv(fileSize, partSize)));
  }

  /**
   * @throws UploadException.BadPart when there is no such part, or the hash is none
   */
  public Part part(int number, String sha256) {
    if (number < 1 || number > count || !FileDeclaration.isSha256(sha256)) {
      throw new UploadException.BadPart(number, count);
    }
    return new Part(number, sizeOf(number), sha256);
  }

  /** How many parts are not among these, or not as long as they should be. */
  public long missing(List<StoredPart> there) {
    var whole =
        there.stream()
            .map(StoredPart::part)
            .filter(part -> part.number() <= count && part.sizeBytes() == sizeOf(part.number()))
            .map(Part::number)
            .collect(Collectors.toSet());
    return count - whole.size();
  }

  private long sizeOf(int number) {
    return number == count ? fileSize - (count - 1) * partSize : partSize;
  }
}
