//! SHA-256 of contents, as hexadecimal digits.

use hmac_sha256::Hash;

/// The digest of these bytes.
pub fn sha256(content: &[u8]) -> String {
    hex(&Hash::hash(content))
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
