package io.albumen.photo.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.MediaRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores what is changed by hand, and what it was before. Every statement names the owner. */
@ApplicationScoped
class EditRepository {
  private final ObjectMapper mapper;

  EditRepository(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  private record Found(UUID id, Editable editable) {}

  private record Spelling(String key, String label) {}

  /** Those of the owner's that can be edited, held until the transaction ends. */
  Map<UUID, Editable> lock(Transaction transaction, UserId owner, List<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var found = new LinkedHashMap<UUID, Editable>();
    transaction
        .query(
            """
            select * from media where owner_id = ? and id = any(?) and state <> 'REJECTED'
            order by id for update
            """,
            EditRepository::read,
            owner.value(),
            ids)
        .forEach(item -> found.put(item.id(), item.editable()));
    return found;
  }

  private static Found read(Row row) {
    var item = MediaRows.item(row);
    var place = item.findings().place();
    return new Found(
        item.id().value(),
        new Editable(
            item.details(),
            item.taken().at(item.taken().at().truncatedTo(ChronoUnit.MILLIS)),
            place,
            place == null && "EDITED".equals(row.textOrNull("place_source"))));
  }

  /** Writes what the lines say comes after. */
  void save(Transaction transaction, UserId owner, List<Edit.Line> lines) {
    transaction.update(
        """
        update media m set
          title = n.details ->> 'title',
          description = n.details ->> 'description',
          rating = (n.details ->> 'rating')::smallint,
          archived = (n.details ->> 'archived')::boolean,
          favorite = (n.details ->> 'favorite')::boolean,
          tags = array(select jsonb_array_elements_text(n.details -> 'tags')),
          taken_at = n.at,
          utc_offset_minutes = n.minutes,
          taken_at_source = n.taken ->> 'source',
          local_time = n.local_time,
          bucket = to_char(n.local_time, 'yyyy-mm'),
          latitude = (n.place ->> 'latitude')::double precision,
          longitude = (n.place ->> 'longitude')::double precision,
          altitude_meters = (n.place ->> 'altitudeMeters')::double precision,
          city = n.place #>> '{name,city}',
          region = n.place #>> '{name,region}',
          country = n.place #>> '{name,country}',
          country_code = n.place #>> '{name,countryCode}',
          place_source = case when n.placeless then 'EDITED' else n.place ->> 'source' end
        from (
          select line."mediaId" as id, after -> 'details' as details, after -> 'taken' as taken,
            after -> 'place' as place, (after ->> 'placeless')::boolean as placeless, t.at,
            t.minutes, t.at at time zone 'UTC' + coalesce(t.minutes, 0) * interval '1 minute'
              as local_time
          from jsonb_to_recordset(?::jsonb) as line("mediaId" uuid, after jsonb),
            lateral (select (after #>> '{taken,at}')::timestamptz as at,
              (after #>> '{taken,utcOffsetMinutes}')::integer as minutes) t
        ) n
        where m.owner_id = ? and m.id = n.id
        """,
        json(lines),
        owner.value());
  }

  /** How the library spells tags it has already, by how they are compared. */
  Map<String, String> spellings(Transaction transaction, UserId owner, List<String> tags) {
    return transaction
        .query(
            """
            select tag as key, min(label) as label
            from unnest(?::text[]) tag join library_terms t on t.term = 't:' || folded(tag)
            where t.owner_id = ? group by tag
            """,
            row -> new Spelling(row.text("key"), row.text("label")),
            tags,
            owner.value())
        .stream()
        .collect(Collectors.toMap(Spelling::key, Spelling::label));
  }

  void insert(Transaction transaction, UserId owner, Edit edit) {
    transaction.update(
        "insert into edits (owner_id, id, made_at, lines) values (?, ?, ?, ?::jsonb)",
        owner.value(),
        edit.id(),
        edit.madeAt(),
        json(edit.lines()));
  }

  void deleteMadeBefore(Transaction transaction, UserId owner, Instant time) {
    transaction.update("delete from edits where owner_id = ? and made_at < ?", owner.value(), time);
  }

  /** Held until the transaction ends, so that it is undone by one only. */
  Optional<Edit> lock(Transaction transaction, UserId owner, UUID id) {
    return transaction.find(
        """
        select id, made_at, undone, lines::text as lines from edits
        where owner_id = ? and id = ? for update
        """,
        row ->
            new Edit(
                row.uuid("id"),
                row.instant("made_at"),
                row.flag("undone"),
                lines(row.text("lines"))),
        owner.value(),
        id);
  }

  void markUndone(Transaction transaction, UserId owner, UUID id) {
    transaction.update(
        "update edits set undone = true where owner_id = ? and id = ?", owner.value(), id);
  }

  private String json(List<Edit.Line> lines) {
    try {
      return mapper.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an edit is always JSON", e);
    }
  }

  private List<Edit.Line> lines(String json) {
    try {
      return mapper.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an edit was kept as no JSON of ours", e);
    }
  }
}
