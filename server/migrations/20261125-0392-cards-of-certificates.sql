-- Hashes are bytes, and bytes may be anything: these two say what they are.
comment on column agency_lists.certificate.file_sha256 is 'purpose=certificate: which file was destroyed; basis=PIPL 47; class=plain; retention=with the certificate; readers=county-desk, auditor';
comment on column agency_lists.certificate.entries_sha256 is 'purpose=certificate: which rows were destroyed, as a hash of keyed hashes; basis=PIPL 47, 51; class=plain; retention=with the certificate; readers=county-desk, auditor';
