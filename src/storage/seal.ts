import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals what members wrote while it waits, so that the file, its journal and a copy of either hold no message, name or
 * id that can be read without the secret.
 */
export interface Seal {
  close(text: string): string;
  /** Undefined when it was sealed with another secret or is damaged. */
  open(sealed: string): string | undefined;
  /** The same for the same text, and not to be turned back. */
  hash(text: string): string;
}

const IV = 12;
const TAG = 16;

/** A seal (AES-256-GCM, HMAC-SHA-256) with keys made from a secret. */
export function createSeal(secret: string): Seal {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `faq-bot ${use}`, 32));
  const sealKey = derive('inbox');
  const hashKey = derive('chat');
  return {
    close(text) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < IV + TAG) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV), {
        authTagLength: TAG,
      });
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      const start = decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8');
      try {
        return start + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
    hash: (text) => createHmac('sha256', hashKey).update(text).digest('base64url').slice(0, 22),
  };
}
