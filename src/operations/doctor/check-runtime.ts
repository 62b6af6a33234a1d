import { type Finding, ok, problem, warning } from './finding.ts';

/** The oldest Node that this bot runs on, and the oldest that is still looked after (nodejs.org/en/about/previous-releases). */
const OLDEST: readonly [number, number] = [20, 20];
const RECOMMENDED = 22;

/**
 * The version of Node and of the bot.
 *
 * @param node as `process.versions.node` has it
 */
export function checkRuntime(node: string, bot: string): Finding[] {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const tooOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  const newer = `install Node ${RECOMMENDED} or 24`;
  const version = tooOld
    ? problem('node', `${node} is older than ${OLDEST.join('.')}.`, newer)
    : major < RECOMMENDED
      ? warning('node', `${node} works, but gets no security fixes any more.`, newer)
      : ok('node', `${node}.`);
  return [version, ok('bot', `version ${bot}.`)];
}
