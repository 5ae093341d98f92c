import { join } from 'node:path';
import { type Image, writeImage } from './image.ts';
import type { Auth } from './registry/access.ts';
import { type Account, admin, authOf } from './registry/accounts.ts';
import { type Registry, startRegistry } from './registry/registry.ts';
import { publish } from './work.ts';
import { makeWorkspace, type Workspace, writeDockerConfig } from './workspace.ts';

export interface Site {
  readonly workspace: Workspace;
  readonly registry: Registry;
  readonly close: () => Promise<void>;
}

export async function openSite(auth: Auth, accounts: readonly Account[]): Promise<Site> {
  const workspace = await makeWorkspace();
  const registry = await startRegistry(auth, accounts);
  const close = async () => {
    await registry.stop();
    await workspace.remove();
  };
  return { workspace, registry, close };
}

/** Makes one image and has the admin publish it under these names (REPOSITORY:TAG). */
export async function seed({ workspace, registry }: Site, names: readonly string[]): Promise<Image> {
  const image = await writeImage(join(workspace.path, 'image'), 'hello');
  const DOCKER_CONFIG = join(workspace.path, 'admin');
  await writeDockerConfig(DOCKER_CONFIG, { [registry.host]: authOf(admin) });
  for (const name of names) {
    const { exitCode, stderr } = await publish(image.layout, `${registry.host}/${name}`, {
      ...workspace.env,
      DOCKER_CONFIG,
    });
    if (exitCode !== 0) throw new Error(`The registry does not take ${name}: ${stderr}`);
  }
  return image;
}
