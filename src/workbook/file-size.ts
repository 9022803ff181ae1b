/** No report is near this size; what is larger is not taken into memory. */
export const maxFileBytes = 50 * 1024 * 1024;
