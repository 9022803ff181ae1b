/** A worker's script as the build has made it, as text. */
declare module "worker-code/*" {
  const code: string;
  export default code;
}
