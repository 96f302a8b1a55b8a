-- Since when a key-encryption key is used, and whether anything is still wrapped under it.
CREATE INDEX keys_by_epoch ON keys (unit, epoch, made);
