-- Files of responses that an operator has loaded, so that none is loaded twice and one that was cut off goes on.
create table imported_file (
    sha_256    bytea   not null,
    lines_done integer not null,
    finished   boolean not null,
    constraint imported_file_pk primary key (sha_256),
    constraint imported_file_is_sha_256 check (octet_length(sha_256) = 32)
);
