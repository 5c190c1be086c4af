/**
 * The part of the WebExtensions API that the extension uses. Both browsers have it under `chrome` with promises; a
 * complete description would be one more dependency, and would not say what is used.
 */

interface ExtensionEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

interface ExtensionTab {
  id?: number;
  /** Only of tabs that the extension may see. */
  url?: string;
  status?: string;
  incognito?: boolean;
}

interface RegisteredScript {
  id: string;
  matches: string[];
  js: string[];
  runAt: string;
}

interface ExtensionStorage {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

interface MessageSender {
  id?: string;
  url?: string;
  tab?: ExtensionTab;
}

type MessageListener = (message: any, sender: MessageSender, respond: (answer: unknown) => void) => boolean | undefined;

/** Put in by the build. */
declare const GLOSSATOR_GLOSSARY: string | undefined;

declare const chrome: {
  action: {
    setBadgeBackgroundColor(details: { color: string; tabId?: number }): Promise<void>;
    setBadgeText(details: { text: string; tabId?: number }): Promise<void>;
    setTitle(details: { title: string; tabId?: number }): Promise<void>;
  };
  commands: {
    getAll(): Promise<{ name?: string; shortcut?: string }[]>;
    onCommand: ExtensionEvent<(command: string, tab?: ExtensionTab) => void>;
  };
  contextMenus: {
    create(item: { id: string; title: string; contexts: [string, ...string[]] }): void;
    removeAll(): Promise<void>;
    onClicked: ExtensionEvent<(info: { menuItemId: string | number; selectionText?: string; frameId?: number }, tab?: ExtensionTab) => void>;
  };
  i18n: {
    getMessage(name: string, substitutions?: string | string[]): string;
    getUILanguage(): string;
  };
  permissions: {
    contains(permissions: { origins: string[] }): Promise<boolean>;
    request(permissions: { origins: string[] }): Promise<boolean>;
    onAdded: ExtensionEvent<() => void>;
    onRemoved: ExtensionEvent<() => void>;
  };
  runtime: {
    /** Absent once the extension was updated or removed under a content script. */
    id?: string;
    getURL(path: string): string;
    /** `current_locale`, in Chromium alone: the folder of `_locales` that messages come from. */
    getManifest(): { current_locale?: string };
    sendMessage(message: unknown): Promise<any>;
    onInstalled: ExtensionEvent<(details: { reason: string }) => void>;
    onMessage: ExtensionEvent<MessageListener>;
    onStartup: ExtensionEvent<() => void>;
    openOptionsPage(): Promise<void>;
  };
  scripting: {
    executeScript(injection: { target: { tabId: number }; files: string[] } | { target: { tabId: number; frameIds: number[] }; func: () => unknown }): Promise<{ result?: unknown }[]>;
    getRegisteredContentScripts(filter: { ids: string[] }): Promise<RegisteredScript[]>;
    registerContentScripts(scripts: RegisteredScript[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
    updateContentScripts(scripts: RegisteredScript[]): Promise<void>;
  };
  /** Chromium's. */
  sidePanel?: {
    open(where: { tabId: number }): Promise<void>;
  };
  /** Firefox's. */
  sidebarAction?: {
    open(): Promise<void>;
  };
  storage: {
    local: ExtensionStorage;
    sync: ExtensionStorage;
    /** In memory, until the browser ends. */
    session: ExtensionStorage;
  };
  tabs: {
    /** The tab that a page of the extension's own is in. */
    getCurrent(): Promise<{ active: boolean } | undefined>;
    onActivated: ExtensionEvent<() => void>;
    onUpdated: ExtensionEvent<(tabId: number, change: { status?: string; url?: string }) => void>;
    create(tab: { url: string }): Promise<ExtensionTab>;
    query(filter: { active: true; currentWindow: true }): Promise<ExtensionTab[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<any>;
  };
  windows: {
    create(window: { url: string; incognito: boolean }): Promise<unknown>;
  };
};
