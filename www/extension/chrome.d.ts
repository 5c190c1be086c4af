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
}

interface MessageSender {
  id?: string;
  tab?: ExtensionTab;
}

type MessageListener = (message: any, sender: MessageSender, respond: (answer: unknown) => void) => boolean | undefined;

declare const chrome: {
  action: {
    setBadgeBackgroundColor(details: { color: string; tabId?: number }): Promise<void>;
    setBadgeText(details: { text: string; tabId?: number }): Promise<void>;
    setTitle(details: { title: string; tabId?: number }): Promise<void>;
  };
  commands: {
    onCommand: ExtensionEvent<(command: string, tab?: ExtensionTab) => void>;
  };
  contextMenus: {
    create(item: { id: string; title: string; contexts: [string, ...string[]] }): void;
    removeAll(): Promise<void>;
    onClicked: ExtensionEvent<(info: { menuItemId: string | number }, tab?: ExtensionTab) => void>;
  };
  i18n: {
    getMessage(name: string, substitutions?: string | string[]): string;
  };
  runtime: {
    /** Absent once the extension was updated or removed under a content script. */
    id?: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<any>;
    onInstalled: ExtensionEvent<() => void>;
    onMessage: ExtensionEvent<MessageListener>;
  };
  scripting: {
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>;
  };
  storage: {
    local: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
  tabs: {
    query(filter: { active: true; currentWindow: true }): Promise<ExtensionTab[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<any>;
  };
};
