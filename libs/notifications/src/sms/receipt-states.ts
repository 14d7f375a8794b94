/** What became of an SMS, in the words of our message states. */
export type ReceiptState = 'delivered' | 'failed' | 'sent';

/**
 * The provider's states. BUFFERED, ENROUTE, SCHEDULED, ACCEPTED and any that is new to us mean no more than
 * sent: news that we cannot read must neither alarm nor reassure anybody.
 */
export const failedStates: Readonly<Record<string, { permanent: boolean }>> = {
  // The phone was off or away until the provider gave up; the number is fine.
  EXPIRED: { permanent: false },
  UNDELIVERABLE: { permanent: true },
  UNDELIVERED: { permanent: true },
  REJECTED: { permanent: true },
  SKIPPED: { permanent: true },
  DELETED: { permanent: true },
};

/**
 * Error codes that tell of a bad day rather than of a bad number: absent or busy subscriber, a full phone,
 * congestion, a failing exchange. https://gatewayapi.com/docs/errors/
 */
export const passingTroubles: ReadonlySet<string> = new Set([
  '0x1013', '0x1015', '0x1018', '0x1019', '0x101a', '0x101b', '0x1021', '0x1022', '0x1023', '0x1027',
  '0x102a', '0x102e', '0x1042', '0x1047', '0x104a', '0x1050', '0x106a', '0x1080', '0x1090', '0x1091',
]); // prettier-ignore
