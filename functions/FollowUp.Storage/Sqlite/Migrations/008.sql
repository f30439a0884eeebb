-- Complaints are looked up by whoever complained and by time. The ids are those of the website; an erased complaint leaves the indexes.

CREATE INDEX complaint_of_person ON complaints (from_kind, from_id) WHERE text IS NOT NULL;
CREATE INDEX complaint_by_time ON complaints (at) WHERE text IS NOT NULL;
