import { apiAudience } from './clients.ts';
import { startSimulator } from './simulator.ts';

// The simulator as a process of its own: SIMULATOR_PORT, SIMULATOR_HOST and SIMULATOR_PUBLIC_URL.
const simulator = await startSimulator({
  port: Number(process.env.SIMULATOR_PORT ?? 3001),
  audience: apiAudience,
  publicUrl: process.env.SIMULATOR_PUBLIC_URL,
});
console.log(`Identity simulator (for tests, not DigiD or eHerkenning): ${simulator.issuer}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.stop());
}
