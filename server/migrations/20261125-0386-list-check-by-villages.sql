-- Entries of a list are verified by whoever knows the village, who has to see for that who may be meant.
update people.purpose set roles = '{county-desk,data-verifier,township-officer,village-cadre}' where code = 'agency-list-check';
