-- So that an old form cannot bring back what was deleted: hashes of links that lead nowhere, until no form of theirs is
-- taken any more. A day, and no time of day.
create table tombstone (
    token_hash bytea not null,
    ends_on    date  not null,
    constraint tombstone_pk primary key (token_hash),
    constraint tombstone_token_hash_is_sha_256 check (octet_length(token_hash) = 32)
);

create index tombstone_by_end on tombstone (ends_on);
